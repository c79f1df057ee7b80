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
package io.github.camelecobee.simulator.faults;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong with one request. Make faults with the methods of this interface and order them with
 * {@link FaultPlan#next} or {@link FaultPlan#when}.
 */
public sealed interface Fault {
    /** What ecobee's edge shows under stress instead of JSON (seen by clients; not documented). */
    String HTML_PAGE = "<html><head><title>503 Service Temporarily Unavailable</title></head>"
                       + "<body><center><h1>503 Service Temporarily Unavailable</h1></center></body></html>";

    /**
     * The answer is right but late.
     *
     * @param  delay real time, not simulated time, because clients measure their timeouts in it
     * @return       the fault
     */
    static Fault latency(Duration delay) {
        return new Latency(delay);
    }

    /**
     * The connection is closed before the request has any effect.
     *
     * @return the fault
     */
    static Fault dropConnection() {
        return new Drop(false);
    }

    /**
     * The request takes effect, then the connection is closed without an answer.
     *
     * @return the fault
     */
    static Fault dropConnectionAfterHandling() {
        return new Drop(true);
    }

    /**
     * An HTML page with status 503 instead of JSON. The request has no effect.
     *
     * @return the fault
     */
    static Fault htmlPage() {
        return new Answer(503, "text/html;charset=UTF-8", HTML_PAGE, null);
    }

    /**
     * The request takes effect, but the answer has no body.
     *
     * @return the fault
     */
    static Fault emptyBody() {
        return new Cut(0);
    }

    /**
     * The request takes effect, but the answer's JSON ends in the middle.
     *
     * @return the fault
     */
    static Fault truncatedJson() {
        return new Cut(50);
    }

    /**
     * An HTTP status without a body, for example 429 or 502. The request has no effect.
     *
     * @param  status the HTTP status
     * @return        the fault
     */
    static Fault httpStatus(int status) {
        return new Answer(status, "text/plain;charset=UTF-8", "", null);
    }

    /**
     * An HTTP status with {@code Retry-After} and without a body. The request has no effect.
     *
     * @param  status     the HTTP status
     * @param  retryAfter what the header says, whole seconds
     * @return            the fault
     */
    static Fault httpStatus(int status, Duration retryAfter) {
        return new Answer(status, "text/plain;charset=UTF-8", "", retryAfter);
    }

    /**
     * An ecobee status under HTTP 500, as ecobee sends them (Response Status Codes, error-codes.shtml). The request has
     * no effect.
     *
     * @param  code    the ecobee status code
     * @param  message the whole message, for example {@code Processing error. Error processing thermostats: [1, 2]}
     * @return         the fault
     */
    static Fault ecobeeStatus(int code, String message) {
        return new Status(code, message);
    }

    /**
     * An ecobee status with the text that ecobee gives it, without detail.
     *
     * @param  code                     the ecobee status code, 1 to 16
     * @return                          the fault
     * @throws IllegalArgumentException if ecobee has no such code
     */
    static Fault ecobeeStatus(int code) {
        return new Status(code, StatusTexts.of(code));
    }

    /**
     * Code 3 naming thermostats, as during outages (home-assistant/core issues 82237 and 91397).
     *
     * @param  thermostats their identifiers
     * @return             the fault
     */
    static Fault errorProcessing(String... thermostats) {
        return ecobeeStatus(3, "Processing error. Error processing thermostats: [" + String.join(", ", thermostats) + "]");
    }

    /**
     * Code 2, the second way in which ecobee says that the user has removed the application (home-assistant/core issue
     * 146560).
     *
     * @return the fault
     */
    static Fault applicationRevoked() {
        return ecobeeStatus(2, "Not authorized. Application has been revoked.");
    }

    /**
     * Code 3 for a local time that does not exist, in the night in which daylight saving time begins (seen by beestat).
     *
     * @return the fault
     */
    static Fault daylightSavingGap() {
        return ecobeeStatus(3, "Processing error. Illegal instant due to time zone offset transition (daylight savings time"
                               + " 'gap'): 2026-03-08T02:30:00.000 (America/Toronto)");
    }

    /**
     * The request takes effect, but the answer is the JSON text {@code null}.
     *
     * @return the fault
     */
    static Fault jsonNull() {
        return new Instead("null");
    }

    /**
     * Success, although the request has no effect: ecobee ignores a setting without a word, such as
     * {@code settings.vent} (nkgilley/python-ecobee-api#26).
     *
     * @return the fault
     */
    static Fault ignored() {
        return new Answer(200, "application/json;charset=UTF-8", "{\"status\":{\"code\":0,\"message\":\"\"}}", null);
    }

    /**
     * The answer is right but odd.
     *
     * @param  change      what is odd about it
     * @param  thermostats the identifiers of the thermostats that it is odd about; none for all
     * @return             the fault
     */
    static Fault answer(AnswerChange change, String... thermostats) {
        return new Changed(change, Set.of(thermostats));
    }

    /**
     * What goes wrong, in a few words for people.
     *
     * @return for example {@code HTTP 429}
     */
    default String description() {
        if (this instanceof Latency latency) {
            return "latency " + latency.delay().toMillis() + " ms";
        } else if (this instanceof Drop drop) {
            return drop.handled() ? "connection reset after the request took effect" : "connection reset before any effect";
        } else if (this instanceof Answer answer) {
            return answer.status() == 200
                    ? "success without effect"
                    : "HTTP " + answer.status() + (answer.contentType().startsWith("text/html") ? " with an HTML page" : "");
        } else if (this instanceof Cut cut) {
            return cut.percent() == 0 ? "empty body" : "truncated body";
        } else if (this instanceof Status status) {
            return "ecobee status " + status.code() + ": " + status.message();
        } else if (this instanceof Instead instead) {
            return "body " + instead.body();
        } else {
            Changed changed = (Changed) this;
            return "answer with " + changed.change().label()
                   + (changed.thermostats().isEmpty() ? "" : " of " + String.join(", ", changed.thermostats()));
        }
    }

    /**
     * A late answer.
     *
     * @param delay real time
     */
    record Latency(Duration delay) implements Fault {
    }

    /**
     * A closed connection.
     *
     * @param handled whether the request takes effect before
     */
    record Drop(boolean handled) implements Fault {
    }

    /**
     * An answer that does not come from the API.
     *
     * @param status      its HTTP status
     * @param contentType its content type
     * @param body        its body
     * @param retryAfter  its {@code Retry-After}, {@code null} for none
     */
    record Answer(int status, String contentType, String body, @Nullable Duration retryAfter) implements Fault {
    }

    /**
     * A right answer of which only the beginning arrives.
     *
     * @param percent how much of the body arrives
     */
    record Cut(int percent) implements Fault {
    }

    /**
     * An ecobee status.
     *
     * @param code    its code
     * @param message its message
     */
    record Status(int code, String message) implements Fault {
    }

    /**
     * An answer whose body is replaced after the request took effect.
     *
     * @param body the body instead
     */
    record Instead(String body) implements Fault {
    }

    /**
     * A right answer that is odd.
     *
     * @param change      what is odd
     * @param thermostats of which thermostats, immutable; empty for all
     */
    record Changed(AnswerChange change, Set<String> thermostats) implements Fault {
    }
}
