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

import io.github.camelecobee.authorization.AuthorizationStatus;
import org.apache.camel.Message;

/** What headers tell about the authorization of an account. */
final class AuthorizationHeaders {
    private AuthorizationHeaders() {
    }

    static void set(Message message, AuthorizationStatus status) {
        message.setHeader(EcobeeConstants.ACCOUNT, status.account());
        message.setHeader(EcobeeConstants.AUTHORIZATION_STATE, status.state().name());
        if (status.pin() != null) {
            message.setHeader(EcobeeConstants.PIN, status.pin());
            message.setHeader(EcobeeConstants.PIN_EXPIRES, status.pinExpiresAt());
        }
    }
}
