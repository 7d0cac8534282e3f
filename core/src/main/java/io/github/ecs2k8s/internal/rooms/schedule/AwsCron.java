package io.github.ecs2k8s.internal.rooms.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.parser.CronParser;
import io.github.ecs2k8s.internal.rooms.schedule.CronSchedule.Match;

/**
 * AWS's six fields (minutes, hours, day of month, month, day of week with 1 = Sunday, year) → Kubernetes's five.
 *
 * <p>AWS wants a question mark in one of the two day fields, so that the trap of five fields, where two restricted day
 * fields mean one or the other, never opens. What five fields cannot say ({@code L}, {@code W}, {@code #}, years) is
 * written as the nearest that includes it
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-cron-expressions). The only
 * class that needs the cron library, so that nothing of it is loaded where no cron expression is.
 */
final class AwsCron {
    private static final int FIELDS = 6;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final String PREFIX = "Failed to parse cron expression. ";

    private AwsCron() {}

    /** The fields as AWS defines them. */
    static CronDefinition definition() {
        return CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withValidRange(0, 59)
                .and()
                .withHours()
                .withValidRange(0, 23)
                .and()
                .withDayOfMonth()
                .withValidRange(1, 31)
                .supportsL()
                .supportsW()
                .supportsLW()
                .supportsQuestionMark()
                .and()
                .withMonth()
                .withValidRange(1, 12)
                .and()
                .withDayOfWeek()
                .withValidRange(1, 7)
                .withMondayDoWValue(2)
                .supportsHash()
                .supportsL()
                .supportsQuestionMark()
                .and()
                .withYear()
                .withValidRange(FIRST_YEAR, LAST_YEAR)
                .and()
                .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
                .instance();
    }

    /** What a CronJob can say of six fields. */
    static CronSchedule read(String fields) {
        int count = fields.isEmpty() ? 0 : fields.split("\\s+").length;
        if (count != FIELDS) {
            return CronSchedule.invalid("it has " + count + " fields, and " + FIELDS + " are needed");
        }
        try {
            return translate(new CronParser(definition()).parse(fields));
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return CronSchedule.invalid(why.startsWith(PREFIX) ? why.substring(PREFIX.length()) : why);
        }
    }

    private static CronSchedule translate(Cron cron) {
        CronField month = CronField.of(field(cron, CronFieldName.MONTH), 1, 12, 0);
        SpecialDays days = new SpecialDays(month.values());
        String text = CronField.of(field(cron, CronFieldName.MINUTE), 0, 59, 0).text() + " "
                + CronField.of(field(cron, CronFieldName.HOUR), 0, 23, 0).text() + " "
                + days.ofMonth(field(cron, CronFieldName.DAY_OF_MONTH)) + " "
                + month.text() + " "
                + days.ofWeek(field(cron, CronFieldName.DAY_OF_WEEK));
        FieldExpression year = field(cron, CronFieldName.YEAR);
        String note = days.note();
        if (!CronField.of(year, FIRST_YEAR, LAST_YEAR, 0).text().equals("*")) {
            note = "no year, and " + year.asString() + " is asked for";
        }
        return note == null ? CronSchedule.exact(text) : new CronSchedule(text, Match.SUPERSET, note);
    }

    private static FieldExpression field(Cron cron, CronFieldName name) {
        return cron.retrieve(name).getExpression();
    }
}
