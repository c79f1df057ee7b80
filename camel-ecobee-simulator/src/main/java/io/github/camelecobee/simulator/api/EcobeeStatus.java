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
package io.github.camelecobee.simulator.api;

import io.github.camelecobee.model.Status;

/** The status codes of the ecobee API and their texts (Response Status Codes, error-codes.shtml). */
public enum EcobeeStatus {
    /** Handled. */
    SUCCESS(0, ""),
    /** The access token is missing or was never given out. */
    AUTHENTICATION_FAILED(1, "Authentication failed."),
    /** The caller may not see or do that. */
    NOT_AUTHORIZED(2, "Not authorized."),
    /** Anything else. */
    PROCESSING_ERROR(3, "Processing error."),
    /** The request cannot be read. */
    INVALID_REQUEST_FORMAT(5, "Invalid request format."),
    /** More than 25 identifiers. */
    TOO_MANY_THERMOSTATS(6, "Too many thermostat in selection match criteria."),
    /** A value is out of range. */
    VALIDATION_ERROR(7, "Validation error."),
    /** There is no such function. */
    INVALID_FUNCTION(8, "Invalid function."),
    /** The selection names nothing. */
    INVALID_SELECTION(9, "Invalid selection."),
    /** There is no such page. */
    INVALID_PAGE(10, "Invalid page."),
    /** A function lacks parameters or has wrong ones. */
    FUNCTION_ERROR(11, "Function error."),
    /** Use GET. */
    POST_NOT_SUPPORTED(12, "Post not supported for request."),
    /** Use POST. */
    GET_NOT_SUPPORTED(13, "Get not supported for request."),
    /** The access token has expired; clients have seen the space at the end of its text. */
    TOKEN_EXPIRED(14, "Authentication token has expired. Refresh your tokens. "),
    /** The user has removed the application. */
    TOKEN_DEAUTHORIZED(16,
                       "Invalid token. Token has been deauthorized by user. You must re-request authorization.");

    private final int code;
    private final String text;

    EcobeeStatus(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /**
     * The code.
     *
     * @return 0 to 16
     */
    public int code() {
        return code;
    }

    /** The status without detail. */
    Status status() {
        return new Status().withCode(code).withMessage(text);
    }

    /** The text, a space, the detail: so ecobee writes its messages. */
    StatusException with(String detail) {
        return new StatusException(code, text + " " + detail);
    }

    StatusException exception() {
        return new StatusException(code, text);
    }
}
