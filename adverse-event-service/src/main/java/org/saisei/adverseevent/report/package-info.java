/** Intake of adverse events and malfunctions (有害事象・不具合の報告), and their linking to subjects. */
@NullMarked
package org.saisei.adverseevent.report;

import org.jspecify.annotations.NullMarked;
