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
package io.github.camelecobee.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A {@link Subject} in a process of its own, as seen from the test. */
final class SubjectProcess extends KillableProcess {

    /** Starts one; what it complains about goes into the file. */
    SubjectProcess(String place, URI ecobee, Path errors) throws IOException {
        super(Subject.class, "steps.btm", errors, place, ecobee.toString());
    }

    void stopAt(Step step) throws IOException {
        order("stopAt " + step.phase() + " " + step.moment());
    }

    /** Lets it call the API for an account, so many hours after the beginning; what became of it. */
    String call(String account, int hours) throws IOException {
        order("call " + account + " " + hours);
        return answer();
    }

    /** Lets it call the API as soon as the account has been authorized again. */
    String callOnceAuthorized(String account) throws IOException {
        order("wait " + account);
        return answer();
    }
}
