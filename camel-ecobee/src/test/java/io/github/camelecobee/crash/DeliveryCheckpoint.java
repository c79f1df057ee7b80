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
import java.io.RandomAccessFile;

import org.jspecify.annotations.Nullable;

/** What the rules of {@code deliveries.btm}, and the route, call in the process that is to be killed. */
public class DeliveryCheckpoint {
    private static @Nullable DeliveryMoment target;
    private static int times;
    /** Whether the transaction of this thread writes a cursor. Others end with a commit, too. */
    private static final ThreadLocal<Boolean> WRITING = ThreadLocal.withInitial(() -> false);

    /** For Byteman. */
    public DeliveryCheckpoint() {
    }

    /** From now on the process stops when it comes there for the n-th time. */
    static synchronized void stopAt(DeliveryMoment moment, int nth) {
        target = moment;
        times = nth;
    }

    public void prepares(String sql) {
        WRITING.set(sql.startsWith("UPDATE ecobee_cursor SET") || sql.startsWith("INSERT INTO ecobee_cursor ("));
    }

    public void committing(String moment) {
        if (WRITING.get()) {
            reached(moment);
        }
    }

    public void reached(String moment) {
        if (isTarget(DeliveryMoment.valueOf(moment))) {
            Checkpoint.stop();
        }
    }

    /** Writes only a half before it stops. */
    public void tear(RandomAccessFile file, byte[] line) throws IOException {
        if (isTarget(DeliveryMoment.DURING_SAVE)) {
            file.write(line, 0, line.length / 2);
            Checkpoint.stop();
        }
    }

    private static synchronized boolean isTarget(DeliveryMoment moment) {
        if (moment == target) {
            times--;
            return times == 0;
        }
        return false;
    }
}
