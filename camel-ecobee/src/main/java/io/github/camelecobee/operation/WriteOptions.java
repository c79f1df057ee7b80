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
package io.github.camelecobee.operation;

/**
 * How a change is made.
 *
 * @param validation     what is looked at before
 * @param verify         whether the thermostats are read after it and compared with what was asked for; that settles an
 *                       unknown outcome, too
 * @param failOnAdjusted whether it is a failure when ecobee made something else of it, with {@code verify}
 * @param failOnPartial  whether it is a failure when it was applied to some thermostats only
 * @param dryRun         whether nothing is sent
 * @param resultBody     what the body is afterwards
 */
public record WriteOptions(Validation validation, boolean verify, boolean failOnAdjusted, boolean failOnPartial,
        boolean dryRun, ResultBody resultBody) {
    /** What holds unless options say otherwise. */
    public static final WriteOptions DEFAULT
            = new WriteOptions(Validation.KNOWN, false, true, true, false, ResultBody.REQUEST);
}
