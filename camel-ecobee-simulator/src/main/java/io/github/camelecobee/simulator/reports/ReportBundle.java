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
package io.github.camelecobee.simulator.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import io.github.camelecobee.model.RuntimeSensorMetadata;

/**
 * A bundle of a runtime report job: a {@code .tar.gz} of CSV files, one for each thermostat and, with sensors, another
 * one ({@code identifier-sensors.csv}). ecobee encrypts its bundles for the utility; these are not encrypted. The first
 * line names the columns; which header ecobee writes is not known.
 * <p>
 * The rows are computed while the bundle is written, twice, because a tar archive tells the size of a file before its
 * content. Nothing is held in memory.
 */
public final class ReportBundle {
    private static final int BLOCK = 512;

    private final List<ReportRows> thermostats;
    private final List<String> identifiers;
    private final ReportColumns columns;
    private final boolean sensors;
    private final Instant made;

    /**
     * A bundle.
     *
     * @param identifiers the thermostats' identifiers
     * @param thermostats their rows, in the same order
     * @param columns     the columns
     * @param sensors     whether sensors have files too
     * @param made        when it was made
     */
    public ReportBundle(List<String> identifiers, List<ReportRows> thermostats, ReportColumns columns, boolean sensors,
                        Instant made) {
        this.identifiers = List.copyOf(identifiers);
        this.thermostats = List.copyOf(thermostats);
        this.columns = columns;
        this.sensors = sensors;
        this.made = made;
    }

    /**
     * Writes it.
     *
     * @param  out         where to; it is not closed
     * @throws IOException if that fails
     */
    public void write(OutputStream out) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16);
        try {
            for (int i = 0; i < thermostats.size(); i++) {
                ReportRows rows = thermostats.get(i);
                file(zip, identifiers.get(i) + ".csv", "date,time," + columns.echo() + ",",
                        lines -> rows.runtime(columns, lines));
                if (sensors) {
                    String header = rows.sensors().stream().map(RuntimeSensorMetadata::getSensorId)
                            .collect(Collectors.joining(","));
                    file(zip, identifiers.get(i) + "-sensors.csv", "date,time," + header, rows::sensors);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.write(new byte[2 * BLOCK]);
        zip.finish();
    }

    private void file(OutputStream out, String name, String header, Consumer<Consumer<String>> rows) throws IOException {
        byte[] first = line(header);
        long[] size = { first.length };
        rows.accept(row -> size[0] += line(row).length);
        out.write(tarHeader(name, size[0]));
        out.write(first);
        rows.accept(row -> {
            try {
                out.write(line(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.write(new byte[(int) (-size[0] & BLOCK - 1)]);
    }

    private static byte[] line(String row) {
        return (row + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A header of the POSIX format "ustar". */
    private byte[] tarHeader(String name, long size) {
        byte[] header = new byte[BLOCK];
        text(header, 0, name);
        text(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
        text(header, 124, String.format(Locale.ROOT, "%011o\0%011o\0        0", size, made.getEpochSecond()));
        text(header, 257, "ustar\00000");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xFF;
        }
        text(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        return header;
    }

    private static void text(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
