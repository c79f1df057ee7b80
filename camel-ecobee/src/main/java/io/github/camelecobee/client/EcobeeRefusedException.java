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

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * ecobee did not do it, and said so, or the request {@linkplain EcobeeNotSentException never left}: nothing was
 * changed. Sending the same again is safe, and useless unless the reason goes away.
 */
public class EcobeeRefusedException extends EcobeeException {
    private static final long serialVersionUID = 1L;

    /** ecobee's status code, -1 for none. */
    private final int code;
    /** ecobee's text. */
    private final String text;

    EcobeeRefusedException(EcobeeAnswer answer) {
        super(answer.describe(), answer.request(), answer.httpStatus(), null);
        this.code = answer.code();
        this.text = answer.text();
    }

    EcobeeRefusedException(String message, RequestDescription request, int httpStatus, @Nullable Throwable cause) {
        super(message, request, httpStatus, cause);
        this.code = NO_CODE;
        this.text = "";
    }

    /**
     * ecobee's status code (error-codes.shtml).
     *
     * @return 1 to 16, another number if ecobee invented one, -1 when the request never left or was turned away unread
     */
    @Override
    public int code() {
        return code;
    }

    /**
     * ecobee's status code by name.
     *
     * @return the code, empty when this version does not know it or there was none
     */
    public Optional<EcobeeStatusCode> status() {
        return EcobeeStatusCode.of(code);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean isRepeatSafe() {
        return true;
    }
}
