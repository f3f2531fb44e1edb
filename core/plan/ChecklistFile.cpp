#include "core/base/CommentedJson.h"
#include "core/base/Log.h"
#include "core/plan/Checklist.h"
#include "core/plan/RuleJson.h"
#include "core/plan/SmallFile.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

// Outside of every namespace, as the macro wants it: a linker leaves a resource out of an archive that nobody calls.
static void initialiseChecklistResources() { Q_INIT_RESOURCE(checklists); }

namespace bidseal::plan {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMostRequirements = 200;
constexpr qsizetype kMostKinds = 20;
constexpr int kMostMarks = 1000;
constexpr double kFarMm = 10'000;

tl::unexpected<Error> invalid(const QString& detail) { return failure(ErrorCode::ChecklistInvalid, detail); }

/// Reads one file in one language.
class Reader {
public:
    explicit Reader(const QLocale& language)
        : m_language(QLocale::languageToCode(language.language()))
    {
    }

    Result<Checklist> read(const QJsonObject& json)
    {
        StrictObject file(json, {}, m_problem);
        file.require(u"version"_s);
        if (file.whole(u"version"_s, 0, 1, 1'000'000) > kVersion)
            return invalid(u"version: made for a later version of the program"_s);
        Checklist checklist { id(file), title(file), note(file), {} };
        for (auto& requirement : file.objects(u"requirements"_s, kMostRequirements)) {
            checklist.requirements.push_back(readRequirement(requirement));
            if (m_ids.contains(checklist.requirements.back().id))
                requirement.complain(u"id"_s, u"is another requirement's too"_s);
            m_ids += checklist.requirements.back().id;
        }
        file.end();
        if (!m_problem.isEmpty())
            return invalid(m_problem);
        return checklist;
    }

private:
    static QString id(StrictObject& object)
    {
        const QString text = object.text(u"id"_s);
        if (text.trimmed().isEmpty())
            object.complain(u"id"_s, u"is missing"_s);
        return text;
    }
    QString title(StrictObject& object)
    {
        object.require(u"title"_s);
        return inLanguage(object, u"title"_s);
    }
    QString note(StrictObject& object) { return object.has(u"note"_s) ? inLanguage(object, u"note"_s) : QString(); }

    /// A text, or one for each language: the user's, else English, else any.
    QString inLanguage(StrictObject& object, const QString& name)
    {
        const auto given = object.value(name);
        const auto texts = given.toObject();
        bool isGood = given.isString() || !texts.isEmpty();
        for (const auto& text : texts)
            isGood = isGood && text.isString();
        if (!isGood)
            object.complain(name, u"is a text, or an object with a text for each language"_s);
        if (!given.isObject())
            return given.toString();
        for (const auto& language : { m_language, u"en"_s }) {
            if (texts.contains(language))
                return texts[language].toString();
        }
        return texts.isEmpty() ? QString() : texts.begin()->toString();
    }

    Requirement readRequirement(StrictObject& object)
    {
        Requirement requirement { id(object), title(object), readKinds(object) };
        requirement.near = object.text(u"near"_s);
        requirement.nearMm = object.number(u"nearMm"_s, 0, 0, kFarMm);
        requirement.pages = readPages(object);
        requirement.everyPage = object.flag(u"everyPage"_s);
        requirement.seam = object.flag(u"seam"_s);
        requirement.atLeast = static_cast<int>(object.whole(u"atLeast"_s, 1, 1, kMostMarks));
        if (requirement.nearMm > 0 && requirement.near.trimmed().isEmpty())
            object.complain(u"nearMm"_s, u"needs a text: near"_s);
        if (object.has(u"suggestion"_s)) {
            auto suggestion = object.object(u"suggestion"_s);
            requirement.suggestion = readRule(suggestion);
            suggestion.end();
        }
        object.end();
        return requirement;
    }

    static std::vector<seal::Kind> readKinds(StrictObject& object)
    {
        std::vector<seal::Kind> kinds;
        for (const auto& name : object.texts(u"kinds"_s, kMostKinds))
            kinds.push_back(readKind(object, u"kinds"_s, name));
        if (kinds.empty())
            object.complain(u"kinds"_s, u"names no kind of seal"_s);
        return kinds;
    }

    QString m_language; ///< "zh"
    QString m_problem;
    QStringList m_ids;
};

} // namespace

Result<Checklist> parseChecklist(const QByteArray& utf8, const QLocale& language)
{
    if (utf8.size() > kLargestFile)
        return invalid(u"larger than %1 bytes"_s.arg(kLargestFile));
    const auto json = parseCommentedJson(utf8);
    if (!json)
        return invalid(u"line %1: %2"_s.arg(json.error().line).arg(json.error().problem));
    return Reader(language).read(*json);
}

Result<Checklist> readChecklist(const QString& path, const QLocale& language)
{
    const auto content = readSmallFile(path, ErrorCode::ChecklistInvalid);
    if (!content)
        return failure(content.error());
    auto checklist = parseChecklist(*content, language);
    if (!checklist)
        checklist.error().facts.name = QFileInfo(path).fileName();
    return checklist;
}

std::vector<Checklist> ownChecklists(const QLocale& language)
{
    initialiseChecklistResources();
    std::vector<Checklist> checklists;
    for (const auto& name : { u"supplier"_s, u"agency-agreement"_s, u"agency-evaluation-report"_s,
             u"purchaser-plan-filing"_s, u"purchaser-contract"_s, u"purchaser-contract-filing"_s }) {
        auto checklist = readChecklist(u":/checklists/%1.json"_s.arg(name), language);
        if (checklist)
            checklists.push_back(std::move(*checklist));
        else
            qCCritical(logFlow).noquote() << "own checklist" << name << "left out:" << logText(checklist.error());
    }
    return checklists;
}

} // namespace bidseal::plan
