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
 * A change left for ecobee and no readable answer came back: it may have been applied or not. It is never sent again by
 * this library. Read the thermostat to find out.
 */
public final class EcobeeUnknownOutcomeException extends EcobeeException {
    private static final long serialVersionUID = 1L;

    EcobeeUnknownOutcomeException(RequestDescription request, String what, int httpStatus, @Nullable Throwable cause) {
        super(request.named() + " may or may not have been applied, " + what
              + ". It is not sent again; read the thermostat to find out",
              request, httpStatus, cause);
    }

    /** That of a refusal which came when a part may have been done already. */
    @Override
    public int code() {
        return getCause() instanceof EcobeeRefusedException refusal ? refusal.code() : NO_CODE;
    }

    /** The same. */
    @Override
    public String text() {
        return getCause() instanceof EcobeeRefusedException refusal ? refusal.text() : "";
    }

    @Override
    public boolean isRepeatSafe() {
        return false;
    }
}
