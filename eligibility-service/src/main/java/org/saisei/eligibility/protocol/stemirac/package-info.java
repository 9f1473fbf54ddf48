/** Protocol STEMIRAC, one file per criterion or small group of them; wording quoted from 薬生機審発0225第1号 and 保医発0225第10号. */
@NullMarked
package org.saisei.eligibility.protocol.stemirac;

import org.jspecify.annotations.NullMarked;
