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
package io.github.camelecobee.client;

import org.jspecify.annotations.Nullable;

/**
 * A request to ecobee that did not bring what was asked for. What it means for a change is told by the subclass: either
 * it was {@linkplain EcobeeRefusedException refused}, or its {@linkplain EcobeeUnknownOutcomeException outcome is
 * unknown}, or it was {@linkplain EcobeePartlyAppliedException applied to some} of many thermostats, or a read
 * {@linkplain EcobeeUnavailableException brought nothing}.
 * <p>
 * Messages name account, request and selection, and hold no secret.
 */
public abstract class EcobeeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The account. */
    private final String account;
    /** The request without secrets. */
    private final String request;
    /** HTTP status, 0 for none. */
    private final int httpStatus;

    EcobeeException(String message, String account, String request, int httpStatus, @Nullable Throwable cause) {
        super(message, cause);
        this.account = account;
        this.request = request;
        this.httpStatus = httpStatus;
    }

    /**
     * The account the request was made for.
     *
     * @return its name
     */
    public String account() {
        return account;
    }

    /**
     * The request without secrets.
     *
     * @return for example {@code POST /1/thermostat of thermostats 311019854581}
     */
    public String request() {
        return request;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status, 0 when there was no answer
     */
    public int httpStatus() {
        return httpStatus;
    }
}
