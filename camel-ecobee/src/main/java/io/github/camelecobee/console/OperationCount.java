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
package io.github.camelecobee.console;

/**
 * How often something was done, and with one outcome.
 *
 * @param kind      what it is
 * @param operation the operation, as in the URI of the endpoint, for example {@code setHold}
 * @param outcome   of a write a {@link io.github.camelecobee.client.WriteOutcome}, else {@link #SUCCEEDED} or
 *                  {@link #FAILED}
 * @param count     how often, since the component was made
 */
public record OperationCount(Kind kind, String operation, String outcome, long count) {

    /** The outcome of a read or a poll that worked. */
    public static final String SUCCEEDED = "SUCCEEDED";
    /** The outcome of a read or a poll that did not work. */
    public static final String FAILED = "FAILED";

    /** What operators count apart. */
    public enum Kind {
        /** Something that a route changed, or wanted to change. */
        WRITE("writes"),
        /** Something that a route read on demand. */
        READ("reads"),
        /** A consumer that asked ecobee for what is new. */
        POLL("polls");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }

        /**
         * How several are called.
         *
         * @return the word in lower case
         */
        public String plural() {
            return plural;
        }
    }
}
