/** A real Karaf, and ecobee in it. */
@NullMarked
package io.github.camelecobee.karaf;

import org.jspecify.annotations.NullMarked;
