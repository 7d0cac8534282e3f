package io.github.ecs2k8s.finding;

import static io.github.ecs2k8s.finding.Fidelity.APPROXIMATE;
import static io.github.ecs2k8s.finding.Fidelity.EXACT;
import static io.github.ecs2k8s.finding.Fidelity.UNTRANSLATABLE;
import static io.github.ecs2k8s.finding.Severity.ERROR;
import static io.github.ecs2k8s.finding.Severity.INFO;
import static io.github.ecs2k8s.finding.Severity.WARNING;

import java.util.Locale;

/**
 * The closed list of everything a translation can say. A code is stable: scripts and suppressions name it.
 *
 * <p>Each has a severity, what it means for the fidelity of the values it points at ({@code EXACT}: only a remark),
 * and a one-sentence summary in both languages. {@code docs/findings.md} is generated from this list.
 */
public enum FindingCode {
    // Readers: what the text itself gets wrong.
    DUPLICATE_KEY(WARNING, EXACT, "A key stands twice in one object; the last one counts.", "同じキーが二度あります。最後の値を使います。"),
    UNKNOWN_FIELD(
            WARNING,
            UNTRANSLATABLE,
            "The service has no such field; it is probably a typing error.",
            "サービスに存在しないフィールドです。打ち間違いの可能性があります。"),
    WRONG_TYPE(
            ERROR,
            UNTRANSLATABLE,
            "The value has a type that the field does not accept; it is left out.",
            "フィールドが受け付けない型の値です。省きました。"),
    LIST_ASSUMED(
            WARNING,
            APPROXIMATE,
            "A single value stands where a list belongs; it is read as a list of one.",
            "リストの位置に単独の値があります。要素一つのリストとして読みます。"),
    SPELLING_CORRECTED(
            INFO,
            EXACT,
            "A name is spelled differently from the service's own; it is read as what is evidently meant.",
            "サービスの綴りと異なりますが、明らかに意図された名前として読みます。"),
    UNKNOWN_VALUE(WARNING, APPROXIMATE, "The value is not one of those the service accepts.", "サービスが受け付ける値ではありません。"),
    INVALID_VALUE(ERROR, UNTRANSLATABLE, "The service itself would refuse this value.", "サービス自身が拒否する値です。"),
    MISSING_FIELD(ERROR, EXACT, "The service requires a field that is not there.", "必須フィールドがありません。"),
    NOT_RECOGNISED(INFO, UNTRANSLATABLE, "The document is nothing this program translates.", "このプログラムが変換する対象ではない文書です。"),
    NOT_TRANSLATED(
            WARNING,
            UNTRANSLATABLE,
            "No correspondence owns this field; nothing was written for it.",
            "対応付けのないフィールドです。出力には含まれません。"),
    SUPERSEDED(
            INFO,
            UNTRANSLATABLE,
            "A higher revision of the same family is in the input.",
            "同じファミリーのより新しいリビジョンが入力にあります。"),

    FAMILY_AMBIGUOUS(
            ERROR,
            UNTRANSLATABLE,
            "The same family stands twice in the input and no revision says which is newer.",
            "同じファミリーが二度あり、どちらが新しいかを示すリビジョンがありません。"),

    // Names and labels.
    NAME_ADJUSTED(
            INFO,
            APPROXIMATE,
            "The name is not valid in Kubernetes and is written in a valid form.",
            "Kubernetes では無効な名前なので、有効な形に直しました。"),

    // Workloads.
    SCHEDULE_UNKNOWN(
            WARNING,
            EXACT,
            "A CronJob was asked for and no schedule is known; it is suspended.",
            "スケジュールが不明なため、CronJob は停止状態で書き出します。"),
    ;

    private final Severity severity;
    private final Fidelity fidelity;
    private final String summary;
    private final String summaryJa;
    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    FindingCode(Severity severity, Fidelity fidelity, String summary, String summaryJa) {
        this.severity = severity;
        this.fidelity = fidelity;
        this.summary = summary;
        this.summaryJa = summaryJa;
    }

    /** How much findings of this code matter. */
    public Severity severity() {
        return severity;
    }

    /** What a finding of this code says of the values at and below its pointer; {@code EXACT} for a mere remark. */
    public Fidelity fidelity() {
        return fidelity;
    }

    /** One English sentence. */
    public String summary() {
        return summary;
    }

    /** The same sentence in Japanese. */
    public String summaryJa() {
        return summaryJa;
    }

    /** The stable kebab-case form, as printed: {@code name-adjusted}. */
    @Override
    public String toString() {
        return id;
    }
}
