/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.github.camelecobee;

import java.util.function.Predicate;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a consumer from warning, with a stack trace, at every poll that fails, and from telling twice what was told for
 * one of several accounts: {@link PollState} knows what has been.
 */
final class QuietExceptionHandler implements ExceptionHandler {
    private final ExceptionHandler delegate;
    private final Predicate<Throwable> told;

    QuietExceptionHandler(ExceptionHandler delegate, Predicate<Throwable> told) {
        this.delegate = delegate;
        this.told = told;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("", null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
        if (exchange != null || !told.test(exception)) {
            delegate.handleException(message, exchange, exception);
        }
    }
}
