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
package io.github.camelecobee.report;

import java.math.BigDecimal;

import io.github.camelecobee.model.ReportColumn;
import io.github.camelecobee.model.RuntimeSensorMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A sensor as the report of sensors knows it, as it was when the report began; it may differ from today
 * (RuntimeSensorMetadata.shtml).
 *
 * @param id    column of the report, for example {@code rs:100:1} or {@code ei:0:1}
 * @param name  as its user gave it, empty when ecobee did not say
 * @param type  what it measures, for example {@code temperature}; empty when ecobee did not say
 * @param usage what for, for example {@code indoor}; empty when ecobee did not say
 */
public record ReportSensor(String id, String name, String type, String usage) {

    private static final BigDecimal COLDEST = BigDecimal.valueOf(-150);
    private static final BigDecimal HOTTEST = BigDecimal.valueOf(250);

    static ReportSensor of(String id, @Nullable RuntimeSensorMetadata metadata) {
        return metadata == null
                ? new ReportSensor(id, "", "", "")
                : new ReportSensor(
                        id, text(metadata.getSensorName()), text(metadata.getSensorType()), text(metadata.getSensorUsage()));
    }

    /**
     * The {@code id} of the thermostat's {@code remoteSensors} that this is a capability of.
     *
     * @return for example {@code rs:100}; the whole id when it has fewer than three parts
     */
    public String remoteSensorId() {
        int capability = id.lastIndexOf(':');
        return id.indexOf(':') == capability ? id : id.substring(0, capability);
    }

    /** How its cells are read. */
    ReportColumn column() {
        return switch (type) {
            case "temperature" -> column(ReportColumn.Type.TEMPERATURE, COLDEST, HOTTEST);
            case "humidity" -> column(ReportColumn.Type.PERCENT, BigDecimal.ZERO, BigDecimal.valueOf(100));
            case "occupancy" -> column(ReportColumn.Type.FLAG, null, null);
            default -> column(ReportColumn.Type.OTHER, null, null);
        };
    }

    private ReportColumn column(ReportColumn.Type kind, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
        return new ReportColumn(id, kind, "", minimum, maximum, name);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
