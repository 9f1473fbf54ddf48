/** Cases over HTTP. */
@NullMarked
package org.saisei.adverseevent.report.http;

import org.jspecify.annotations.NullMarked;
