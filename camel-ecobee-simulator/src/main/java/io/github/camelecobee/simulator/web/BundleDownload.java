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
package io.github.camelecobee.simulator.web;

import java.io.IOException;
import java.util.Optional;

import io.github.camelecobee.simulator.api.ReportJobs;
import io.github.camelecobee.simulator.reports.ReportBundle;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Sends the bundles of report jobs, in place of the storage service to which ecobee's addresses lead. */
final class BundleDownload {
    private final ReportJobs jobs;

    BundleDownload(ReportJobs jobs) {
        this.jobs = jobs;
    }

    static boolean isFor(Incoming request) {
        return request.method().equals("GET") && request.path().startsWith(ReportJobs.BUNDLES);
    }

    void send(Incoming request, HttpServerExchange exchange) throws IOException {
        Optional<ReportBundle> bundle = jobs.bundle(request.path().substring(ReportJobs.BUNDLES.length()));
        if (bundle.isEmpty()) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND);
            return;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/gzip");
        bundle.get().write(exchange.getOutputStream());
        exchange.getOutputStream().close();
    }
}
