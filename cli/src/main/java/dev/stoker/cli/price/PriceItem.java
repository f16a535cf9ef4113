// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.util.Arrays;
import java.util.Optional;

/** The items that have a price. The key is the name in a file of prices; the unit is what the price applies to. */
public enum PriceItem {
    /** An invocation of a function. */
    LAMBDA_REQUEST("lambdaRequest", "request"),
    /** A second of a function with 1,024 MB on x86_64. */
    LAMBDA_GB_SECOND_X86("lambdaGbSecondX86", "GB-second"),
    /** A second of a function with 1,024 MB on arm64. */
    LAMBDA_GB_SECOND_ARM("lambdaGbSecondArm", "GB-second"),
    /** A second of one unit of provisioned concurrency with 1,024 MB on x86_64, used or not. */
    PROVISIONED_GB_SECOND_X86("provisionedGbSecondX86", "GB-second"),
    /** The same on arm64. */
    PROVISIONED_GB_SECOND_ARM("provisionedGbSecondArm", "GB-second"),
    /** A second of an invocation with 1,024 MB on provisioned concurrency on x86_64, in addition to the concurrency. */
    PROVISIONED_BUSY_X86("provisionedBusyGbSecondX86", "GB-second"),
    /** The same on arm64. */
    PROVISIONED_BUSY_ARM("provisionedBusyGbSecondArm", "GB-second"),
    /** The start of an Express execution. */
    EXPRESS_REQUEST("expressRequest", "execution"),
    /** An hour of an Express execution that uses 1,024 MB. */
    EXPRESS_GB_HOUR("expressGbHour", "GB-hour"),
    /** A state transition of a Standard execution. */
    STANDARD_TRANSITION("standardTransition", "transition"),
    /** A tick of EventBridge Scheduler. */
    SCHEDULER_INVOCATION("schedulerInvocation", "invocation"),
    /** 10^9 bytes ingested by CloudWatch Logs. */
    LOGS_GB("logsGb", "GB"),
    /** An alarm at standard resolution, for a month. */
    ALARM_MONTH("alarmMonth", "alarm"),
    /** A custom metric, for a month. */
    METRIC_MONTH("metricMonth", "metric"),
    /** A call of PutMetricData. */
    METRIC_REQUEST("metricRequest", "request"),
    /** A call of the Parameter Store, for a standard parameter at standard throughput. */
    PARAMETER_REQUEST("parameterRequest", "request");

    private final String key;
    private final String unit;

    PriceItem(String key, String unit) {
        this.key = key;
        this.unit = unit;
    }

    /** Its name in a file of prices. */
    public String key() {
        return key;
    }

    /** The name of its unit. */
    public String unit() {
        return unit;
    }

    /** The item of this name. */
    static Optional<PriceItem> of(String key) {
        return Arrays.stream(values()).filter(item -> item.key.equals(key)).findFirst();
    }
}
