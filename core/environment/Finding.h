#pragma once

#include <QJsonValue>
#include <QString>
#include <QUrl>

#include <vector>

namespace bidseal::environment {

/// What a check came to. Only `Passed` is good news: "not applicable" says that there was nothing to measure here,
/// "could not tell" that there was, and that it did not work.
enum class Outcome { NotApplicable, Passed, Warning, CouldNotTell, Failed };

/// "passed", "could-not-tell": the stable name in JSON.
[[nodiscard]] QString wordFor(Outcome outcome);

/// Whether a value says something about a person, a company or their computer: paths, host names, holders, serial
/// numbers. Reports for others leave it out.
enum class Privacy { Public, Personal };
enum class Disclosure { Redacted, Full };

/// A measured value, under the name that sentences and JSON know it by ("freeBytes").
struct Fact {
    QString name;
    QJsonValue value;
    Privacy privacy = Privacy::Public;
    QString shown {}; ///< in sentences, where the value itself would not do: "1.2 GB"
};

/// What the client can do itself when somebody presses the finding's button.
enum class RemedyAction {
    None,
    OpenLink, ///< `link`: a page, or the system's own settings ("ms-settings:dateandtime")
    MakeFolderPrivate, ///< `target`: a folder of this user's
    AddDriver,
    ChooseRelay,
};

/// One thing to do next.
struct Remedy {
    QString text; ///< a whole sentence; may hold {placeholders}
    RemedyAction action = RemedyAction::None;
    QUrl link {};
    QString target {};
};

/// What one check found: measured, named, explained. The texts are whole sentences in the person's language, in which
/// `{name}` stands for the fact of that name, so that the same sentence can be shown in full and redacted.
struct Finding {
    Outcome outcome = Outcome::CouldNotTell;
    QString code; ///< stable, within its check: "clock-wrong"
    QString found;
    QString meaning; ///< what that means for signing; empty where it means nothing bad
    Remedy remedy;
    std::vector<Fact> facts;
    std::vector<Finding> parts; ///< where several things were looked at, each of them

    Finding&& means(QString text) &&;
    Finding&& todo(QString text, RemedyAction action = RemedyAction::None) &&;
    Finding&& todoAt(QString text, QUrl link) &&;
    Finding&& with(Fact fact) &&;
};

/// `return warning("few-days", tr("…{days} days…")).means(tr("…")).todo(tr("…")).with({ "days"_L1, 12 });`
/// Warnings and failures have a meaning and a remedy.
[[nodiscard]] Finding passed(const char* code, QString found);
[[nodiscard]] Finding warning(const char* code, QString found);
[[nodiscard]] Finding failed(const char* code, QString found);
[[nodiscard]] Finding notApplicable(const char* code, QString found);
[[nodiscard]] Finding couldNotTell(const char* code, QString found);

/// The finding about several things: it says what the worst of them says, and keeps each as a part. Not for none.
[[nodiscard]] Finding worstOf(std::vector<Finding> parts);

/// `text` with the facts in the places of their names.
[[nodiscard]] QString filled(const QString& text, const std::vector<Fact>& facts, Disclosure disclosure);

} // namespace bidseal::environment
