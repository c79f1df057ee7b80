/** A bundle for Karaf: guards rooms against frost. */
@NullMarked
package io.github.camelecobee.examples.frostguard;

import org.jspecify.annotations.NullMarked;
