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
package io.github.camelecobee.simulator.account;

/** The kinds of account that ecobee knows (auth-intro.shtml, Selection.shtml). */
public enum AccountType {
    /** A consumer with thermostats of their own. */
    SMART("Smart"),
    /** An organisation that manages its buildings in a tree of management sets. */
    EMS("EMS"),
    /** A utility under contract: it sees its customers' thermostats by management set and logs in by itself. */
    UTILITY("Utility");

    private final String title;

    AccountType(String title) {
        this.title = title;
    }

    /**
     * How ecobee's pages call it.
     *
     * @return the name for people
     */
    public String title() {
        return title;
    }
}
