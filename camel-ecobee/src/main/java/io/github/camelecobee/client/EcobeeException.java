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

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request to ecobee that did not bring what was asked for. What it means for a change is told by the subclass:
 * <ul>
 * <li>nothing was applied: it was {@linkplain EcobeeRefusedException refused}, or {@linkplain EcobeeNotSentException
 * not even sent};
 * <li>its {@linkplain EcobeeUnknownOutcomeException outcome is unknown};
 * <li>ecobee said yes and something else is there: it was {@linkplain EcobeeNotAppliedException not applied};
 * <li>it was {@linkplain EcobeePartlyAppliedException applied to some} of many thermostats.
 * </ul>
 * A read that {@linkplain EcobeeUnavailableException brought nothing} has an exception of its own.
 * <p>
 * Messages name account, request and selection, and hold no secret.
 */
public abstract class EcobeeException extends RuntimeException {
    /** What {@link #code()} is without a status code of ecobee. */
    static final int NO_CODE = -1;

    private static final long serialVersionUID = 1L;

    /** The account. */
    private final String account;
    /** Identifiers of the thermostats it was for. */
    private final List<String> thermostats;
    /** The request without secrets. */
    private final String request;
    /** The JSON that was sent, without secrets. */
    private final String content;
    /** HTTP status, 0 for none. */
    private final int httpStatus;

    EcobeeException(String message, RequestDescription request, int httpStatus, @Nullable Throwable cause) {
        this(message, request.account(), request.thermostats(), request.name(), request.content(), httpStatus, cause);
    }

    EcobeeException(String message, String account, List<String> thermostats, String request, String content,
                    int httpStatus, @Nullable Throwable cause) {
        super(message, cause);
        this.account = account;
        this.thermostats = List.copyOf(thermostats);
        this.request = request;
        this.content = content;
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
     * The thermostats the request was for.
     *
     * @return their identifiers; empty when it was for all that are registered, for a management set, or for none
     */
    public List<String> thermostats() {
        return thermostats;
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
     * What was to be changed: the JSON of the request without tokens, passwords and access codes, which are left out.
     *
     * @return the JSON on one line, empty for a read
     */
    public String content() {
        return content;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return the status, 0 when there was no answer
     */
    public int httpStatus() {
        return httpStatus;
    }

    /**
     * ecobee's status code (error-codes.shtml).
     *
     * @return 0 to 16, another number if ecobee invented one, -1 when there was none
     */
    public int code() {
        return NO_CODE;
    }

    /**
     * ecobee's text.
     *
     * @return the text as sent, empty when there was none
     */
    public String text() {
        return "";
    }

    /**
     * Whether the same may be sent again without the danger that it is done twice. It may still fail again for the same
     * reason.
     *
     * @return {@code true} when it is certain that nothing was applied
     */
    public abstract boolean isRepeatSafe();
}
