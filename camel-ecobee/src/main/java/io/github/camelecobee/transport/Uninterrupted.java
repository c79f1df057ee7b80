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
package io.github.camelecobee.transport;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request that is under way come to its end although its thread is interrupted, on virtual threads as it is on
 * all others. An interrupt closes the socket that a virtual thread waits for, and with it would be lost what became of
 * a change, tokens that the server has renewed, or a summary that other routes wait for, too.
 */
final class Uninterrupted implements AutoCloseable {
    /** Thread.isVirtual(), of Java 21. */
    private static final @Nullable MethodHandle IS_VIRTUAL = isVirtual();

    private final CamelContext context;
    private final ExecutorService threads;

    Uninterrupted(CamelContext context) {
        this.context = context;
        threads = context.getExecutorServiceManager().newCachedThreadPool(this, "EcobeeHttp");
    }

    /**
     * Runs a request; an interrupt of the caller is kept for later.
     *
     * @throws RuntimeException what the request throws; a RejectedExecutionException once this is closed
     */
    <T> T call(Supplier<T> request) {
        if (!onVirtualThread()) {
            return request.get();
        }
        FutureTask<T> task = new FutureTask<>(request::get);
        threads.execute(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    }

    private static boolean onVirtualThread() {
        try {
            return IS_VIRTUAL != null && (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
        } catch (Throwable e) {
            throw new IllegalStateException("Thread.isVirtual() fails", e);
        }
    }

    private static @Nullable MethodHandle isVirtual() {
        try {
            return MethodHandles.publicLookup().findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    /** To be called when no request is under way any more. */
    @Override
    public void close() {
        context.getExecutorServiceManager().shutdown(threads);
    }
}
