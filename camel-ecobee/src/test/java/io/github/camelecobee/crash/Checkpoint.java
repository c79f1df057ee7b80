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

import java.io.PrintStream;
import java.nio.ByteBuffer;

import io.github.camelecobee.crash.Step.Moment;
import io.github.camelecobee.crash.Step.Phase;
import org.jspecify.annotations.Nullable;

/** What the rules of {@code steps.btm} call in the process that is to be killed. */
public class Checkpoint {
    /** For the test, whatever else is printed later. */
    static final PrintStream ANSWERS = System.out;
    private static volatile @Nullable Step target;
    private static volatile @Nullable Phase phase;
    /** Whether the transaction of this thread writes a grant. Others end with a commit, too. */
    private static final ThreadLocal<Boolean> WRITING = ThreadLocal.withInitial(() -> false);

    /** For Byteman. */
    public Checkpoint() {
    }

    /** From now on the process stops when it comes to this step. */
    static void stopAt(Step step) {
        phase = null;
        target = step;
    }

    public void begins(String next) {
        phase = Phase.valueOf(next);
    }

    public void prepares(String sql) {
        WRITING.set(sql.startsWith("UPDATE ecobee_grant SET") || sql.startsWith("INSERT INTO ecobee_grant ("));
    }

    /** Lets only a half be written before a stop during the save, as a full disk or a short write does. */
    public void tear(ByteBuffer bytes) {
        if (isTarget(Moment.DURING_SAVE)) {
            bytes.limit(bytes.limit() / 2);
        }
    }

    public void reached(String moment) {
        if (isTarget(Moment.valueOf(moment))) {
            stop();
        }
    }

    /** Says so, and does nothing more. */
    static void stop() {
        ANSWERS.println(Subject.REACHED);
        while (true) {
            try {
                Thread.currentThread().join(); // until somebody kills the process
            } catch (InterruptedException e) {
                // stay
            }
        }
    }

    private static boolean isTarget(Moment moment) {
        Step step = target;
        boolean commit = moment == Moment.BEFORE_COMMIT || moment == Moment.AFTER_COMMIT;
        return step != null && step.phase() == phase && step.moment() == moment && (WRITING.get() || !commit);
    }
}
