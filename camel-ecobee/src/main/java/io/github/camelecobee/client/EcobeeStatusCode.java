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
package io.github.camelecobee.client;

import java.util.Arrays;
import java.util.Optional;

/**
 * The status codes of the ecobee API (error-codes.shtml). They stand in the body and count whatever the HTTP status is:
 * most come with HTTP 500.
 */
public enum EcobeeStatusCode {
    /** 0: handled. */
    SUCCESS,
    /** 1: bad credentials or invalid token; also a restricted include. */
    AUTHENTICATION_FAILED,
    /** 2: the resource is not the caller's; also seen when an application was revoked. */
    NOT_AUTHORIZED,
    /** 3: internal error; detail in the message. */
    PROCESSING_ERROR,
    /** 4: internal mapping error. */
    SERIALIZATION_ERROR,
    /** 5: property names or types are wrong. */
    INVALID_REQUEST_FORMAT,
    /** 6: more than 25 identifiers. */
    TOO_MANY_THERMOSTATS,
    /** 7: a value is out of range or too long; the message names rule and path. */
    VALIDATION_ERROR,
    /** 8: unknown function. */
    INVALID_FUNCTION,
    /** 9: the selection is invalid or finds no thermostat. */
    INVALID_SELECTION,
    /** 10: page below 1 or above the last. */
    INVALID_PAGE,
    /** 11: a function failed, for example for want of a parameter. */
    FUNCTION_ERROR,
    /** 12: use GET. */
    POST_NOT_SUPPORTED,
    /** 13: use POST. */
    GET_NOT_SUPPORTED,
    /** 14: the access token expired. */
    TOKEN_EXPIRED,
    /** 15: duplicate. */
    DUPLICATE_DATA,
    /** 16: the user removed the application. */
    TOKEN_DEAUTHORIZED;

    /**
     * The number on the wire.
     *
     * @return 0..16
     */
    public int code() {
        return ordinal();
    }

    /**
     * Finds a code by its number.
     *
     * @param  code the number on the wire
     * @return      the code, empty for a number this version does not know
     */
    public static Optional<EcobeeStatusCode> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code() == code).findAny();
    }
}
