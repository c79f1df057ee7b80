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

import io.github.camelecobee.authorization.AuthorizationRequiredException;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a consumer from warning at every poll that its account is not authorized: the change of state was logged when
 * it happened, and health tells the rest.
 */
final class AuthorizationQuietExceptionHandler implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeConsumer.class);

    private final ExceptionHandler delegate;

    AuthorizationQuietExceptionHandler(ExceptionHandler delegate) {
        this.delegate = delegate;
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
        if (exchange == null && exception instanceof AuthorizationRequiredException) {
            LOG.debug("{}", exception.getMessage());
        } else {
            delegate.handleException(message, exchange, exception);
        }
    }
}
