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
package io.github.camelecobee.transform;

import java.io.IOException;
import java.util.List;

import io.github.camelecobee.convert.EcobeeBodies;
import io.github.camelecobee.report.ReportRow;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;

/** CSV of rows of a report: a list with a header line, a single row as a line without. */
@DataTypeTransformer(name = "ecobee:text-csv", description = "Rows of a runtime or meter report as CSV")
public final class CsvTransformer extends TextTransformer {
    /** For Camel. */
    public CsvTransformer() {
        super("text/csv; charset=UTF-8");
    }

    @Override
    void write(Message message, Object body, DataType to) throws IOException {
        if (!(body instanceof ReportRow)
                && !(body instanceof List<?> list && list.stream().allMatch(ReportRow.class::isInstance))) {
            throw refused(to, body, "a row of a report or a list of rows");
        }
        set(message, body, EcobeeBodies.csv(body));
    }
}
