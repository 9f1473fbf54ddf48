/** Whether a patient may be treated: assessments, their verdicts and their decision. */
@NullMarked
package org.saisei.eligibility.assessment;

import org.jspecify.annotations.NullMarked;
