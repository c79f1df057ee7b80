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
package io.github.camelecobee;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.converter.stream.FileInputStreamCache;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Fetches a bundle of a report job. The bundle goes to a file, which the body reads and which is deleted with the
 * exchange: bundles may be larger than memory. Where bundles are is not ecobee's own service; no token goes there.
 */
public class EcobeeDownloadProducer extends DefaultProducer {
    EcobeeDownloadProducer(EcobeeEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public EcobeeEndpoint getEndpoint() {
        return (EcobeeEndpoint) super.getEndpoint();
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        Activity activity = getEndpoint().getComponent().backend().activity();
        try {
            download(exchange);
            activity.read(getEndpoint().getOperation(), null);
        } catch (IOException | RuntimeException e) {
            activity.read(getEndpoint().getOperation(), e);
            throw e;
        }
    }

    private void download(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        URI bundle = bundle(message);
        String account = Accounts.known(getEndpoint(), message);
        OperationNotes.account(exchange, account);
        Path file = Files.createTempFile("camel-ecobee-", ".bundle");
        exchange.getExchangeExtension().addOnCompletion(new Deletion(file));
        try (OutputStream out = Files.newOutputStream(file)) {
            getEndpoint().getComponent().client(account).utility().download(bundle, out,
                    getEndpoint().getConfiguration().getMaxBundleSize());
        }
        message.setBody(new FileInputStreamCache(file.toFile()));
        String path = bundle.getPath();
        message.setHeader(Exchange.FILE_NAME, path.substring(path.lastIndexOf('/') + 1));
    }

    private static URI bundle(Message message) {
        Object header = Headers.get(message, EcobeeConstants.BUNDLE);
        String place = header == null ? "body" : "header " + EcobeeConstants.BUNDLE;
        String text = header == null ? bodyText(message) : header.toString();
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "downloadRuntimeReportJob: the address of a bundle is needed, one of the files of a completed job; give"
                                               + " it as header " + EcobeeConstants.BUNDLE + " or as the body");
        }
        return ServerUri.checkBundle(place, text.strip());
    }

    private static String bodyText(Message message) {
        return message.getBody() instanceof URI bundle
                ? bundle.toString() : new BodyText("downloadRuntimeReportJob", "").read(message);
    }

    /** Deletes a file, however the exchange ends. */
    private static final class Deletion extends SynchronizationAdapter {
        private final Path file;

        Deletion(Path file) {
            this.file = file;
        }

        @Override
        public void onDone(Exchange exchange) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
