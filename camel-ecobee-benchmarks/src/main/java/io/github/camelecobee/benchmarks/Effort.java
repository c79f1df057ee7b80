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
package io.github.camelecobee.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * What something cost this process.
 *
 * @param wallNanos time that passed
 * @param cpuNanos  work of all processors, the virtual machine's own included
 * @param bytes     memory that its threads allocated, without those that have ended
 */
record Effort(long wallNanos, long cpuNanos, long bytes) {

    private static final double MILLION = 1e6;

    /** Something that may fail. */
    interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does it so many times, with something before each time that does not count, and says what one time costs. */
    static Effort of(int times, Work before, Work work) throws Exception {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long wall = 0;
        long cpu = 0;
        long bytes = 0;
        for (int i = 0; i < times; i++) {
            before.run();
            long cpuBefore = process.getProcessCpuTime();
            long bytesBefore = allocated(threads);
            long wallBefore = System.nanoTime();
            work.run();
            wall += System.nanoTime() - wallBefore;
            bytes += allocated(threads) - bytesBefore;
            cpu += process.getProcessCpuTime() - cpuBefore;
        }
        return new Effort(wall / times, cpu / times, bytes / times);
    }

    private static long allocated(ThreadMXBean threads) {
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).filter(bytes -> bytes > 0).sum();
    }

    double cpuMillis() {
        return cpuNanos / MILLION;
    }

    double wallMillis() {
        return wallNanos / MILLION;
    }
}
