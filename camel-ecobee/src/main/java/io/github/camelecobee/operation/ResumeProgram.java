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
package io.github.camelecobee.operation;

import java.util.List;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.model.ResumeProgramParams;

/**
 * Removes the running event on top, or with {@code resumeAll} every optional one, and goes back to the program
 * (ResumeProgram.shtml). Vacations and mandatory demand responses stay.
 */
public final class ResumeProgram implements OperationHandler {
    /** Creates it. */
    public ResumeProgram() {
    }

    @Override
    public Class<ResumeProgramParams> parametersType() {
        return ResumeProgramParams.class;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Result handle(EcobeeClient client, Command command) {
        ResumeProgramParams params = new ResumeProgramParams()
                .withResumeAll(command.parameter("resumeAll").map(Parameter::flag).orElse(false));
        client.update(command.target(), null, List.of(Functions.function("resumeProgram", params)));
        return Result.DONE;
    }
}
