/** Tests of the whole: the packaged services as an operator runs them, and what the repository claims of itself. */
package org.saisei.systemtests;
