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
import java.util.stream.Collectors;

/**
 * ecobee answered a change with success, but what was read back is something else: clamped to the limits of the
 * thermostat, overruled by a demand response, or ignored without a word (nkgilley/python-ecobee-api#26).
 */
public final class EcobeeNotAppliedException extends EcobeeException {
    private static final long serialVersionUID = 1L;

    private static final int HTTP_OK = 200;

    /** What is not as asked. */
    private final List<Adjustment> adjustments;

    /**
     * A change that was read back.
     *
     * @param account     the account
     * @param thermostats identifiers of the thermostats it was for
     * @param request     the request without secrets, for example
     *                    {@code POST /1/thermostat of thermostats 311019854581}
     * @param content     the JSON that was sent, without secrets
     * @param adjustments what is not as asked
     */
    public EcobeeNotAppliedException(String account, List<String> thermostats, String request, String content,
                                     List<Adjustment> adjustments) {
        super(request + " for account '" + account + "' was answered with success, but read back was something else: "
              + adjustments.stream().map(Adjustment::toString).collect(Collectors.joining("; ")),
              account, thermostats, request, content, HTTP_OK, null);
        this.adjustments = List.copyOf(adjustments);
    }

    /**
     * What is not as asked.
     *
     * @return at least one property of one thermostat
     */
    public List<Adjustment> adjustments() {
        return adjustments;
    }

    @Override
    public int code() {
        return EcobeeStatusCode.SUCCESS.code();
    }

    /** Parts of it may have been applied. */
    @Override
    public boolean isRepeatSafe() {
        return false;
    }
}
