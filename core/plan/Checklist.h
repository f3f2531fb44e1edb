#pragma once

#include "core/plan/Placing.h"

#include <QLocale>

#include <optional>

namespace bidseal::plan {

/// One mark that a tender or a platform asks for (签章节点).
struct Requirement {
    QString id; ///< within its checklist
    QString title; ///< "投标函"
    std::vector<seal::Kind> kinds; ///< any of them
    QString near {}; ///< on a page with this text, or within nearMm of it ("开标一览表|报价一览表"); empty: anywhere
    double nearMm = 0; ///< from the text's border to the mark's; 0: the same page is enough
    PageSet pages {}; ///< where it has to stand; with `everyPage` on each of them
    bool everyPage = false;
    bool seam = false; ///< a cross-page seal over these pages, none left out
    int atLeast = 1; ///< how many; with `everyPage` on each page
    std::optional<Rule> suggestion {}; ///< how the client places it when asked; see Checked::suggestion
};

struct Checklist {
    QString id, title, note; ///< in the user's language where the file gives it
    std::vector<Requirement> requirements;
};

/// What stands in a file, or will: the marks of a session, or those read back from a signed file.
struct StandingMark {
    std::optional<seal::Kind> kind; ///< nothing: another program made it and does not say
    pdf::Placement placement;
    bool isStrip = false;
};

/// What of a file's marks counts. A picture that came after the signatures proves nothing.
[[nodiscard]] std::vector<StandingMark> standingMarks(const std::vector<pdf::MarkInFile>& marks);

enum class Fulfilment {
    Done,
    Missing,
    CannotTell, ///< nothing but marks of unknown kind stand where it is wanted
};
struct Checked {
    const Requirement* requirement = nullptr; ///< of the checklist, which outlives it
    Fulfilment fulfilment = Fulfilment::Missing;
    /// Indexes: where it is done, where it is not to be told, or where it is still missing. None: missing anywhere, or
    /// the document does not have what it asks for.
    std::vector<int> pages;
    bool textFound = true; ///< false: missing because the document has no `near` at all
    bool pagesFound = true; ///< false: missing because the document does not have `pages`
    std::optional<Rule> suggestion {}; ///< the requirement's, kept to the pages where it is missing
};

/// Every requirement of the checklist, in its order. A strip counts for a seam only, and a whole seal never does. A
/// seam over a single page is done: there is nothing to be cut. Errors: those of the keyword search.
[[nodiscard]] Result<std::vector<Checked>> check(
    const Checklist& checklist, const std::vector<StandingMark>& marks, const Paper& paper);
Result<std::vector<Checked>> check(Checklist&&, const std::vector<StandingMark>&, const Paper&) = delete;
/// Everything is done; what cannot be told needs a person.
[[nodiscard]] bool isReady(const std::vector<Checked>& checked);

/// Comments allowed, what is not known is refused (see docs/checklists.md); texts may be given in several languages.
/// Errors: ChecklistInvalid; `detail` says where and what.
[[nodiscard]] Result<Checklist> parseChecklist(const QByteArray& utf8, const QLocale& language);
/// Errors: FileNotFound, FileNotReadable, ChecklistInvalid (facts.name is the file).
[[nodiscard]] Result<Checklist> readChecklist(const QString& path, const QLocale& language);

/// Those that come with the program, one for each kind of document of suppliers, agencies and purchasers.
[[nodiscard]] std::vector<Checklist> ownChecklists(const QLocale& language);

} // namespace bidseal::plan
