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
    QString near {}; ///< stands on a page with this text, or within nearMm of it; empty: anywhere
    double nearMm = 0; ///< 0: the same page is enough
    PageSet pages {}; ///< where it has to stand; with `everyPage` on each of them
    bool everyPage = false;
    bool seam = false; ///< a cross-page seal over these pages, none left out
    int atLeast = 1; ///< how many
    std::optional<Rule> suggestion {}; ///< how the client places it when asked
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

enum class Fulfilment { Done, Missing, CannotTell };
struct Checked {
    const Requirement* requirement = nullptr; ///< of the checklist, which outlives it
    Fulfilment fulfilment = Fulfilment::Missing;
    std::vector<int> pages; ///< indexes: where it is done, or where it is still missing
};

/// Every requirement of the checklist, in its order. Errors: PageSetInvalid, and those of the keyword search.
[[nodiscard]] Result<std::vector<Checked>> check(
    const Checklist& checklist, const std::vector<StandingMark>& marks, const Paper& paper);
[[nodiscard]] bool isReady(const std::vector<Checked>& checked);

/// Comments allowed (see docs/checklists.md); texts may be given in several languages. Errors: ChecklistInvalid.
[[nodiscard]] Result<Checklist> parseChecklist(const QByteArray& utf8, const QLocale& language);
/// Errors: FileNotFound, FileNotReadable, ChecklistInvalid (facts.name is the file).
[[nodiscard]] Result<Checklist> readChecklist(const QString& path, const QLocale& language);

/// Those that come with the program: supplier, agency, purchaser.
[[nodiscard]] std::vector<Checklist> ownChecklists(const QLocale& language);

} // namespace bidseal::plan
