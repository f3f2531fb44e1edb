#pragma once

#include "core/base/Secret.h"
#include "core/pdf/Document.h"
#include "core/text/SharedSearch.h"
#include "ui/document/MarkCommands.h"
#include "ui/document/MarkList.h"
#include "ui/tasks/BackgroundTask.h"

#include <QImage>
#include <QUndoStack>

#include <memory>

namespace bidseal::document {

class PageImages;
class PageWorker;

/// One document that is open in the client: its pages' geometry, the marks placed on it, the undo stack, and the worker
/// that draws and reads its pages. Nothing of it touches the file on the GUI thread. One session per document; to open
/// another file, make another session.
class DocumentSession : public QObject {
    Q_OBJECT
public:
    enum class State { Closed, Opening, Open, Failed };

    explicit DocumentSession(QObject* parent = nullptr);
    ~DocumentSession() override;

    /// Returns at once; opened() or failed() follows. After DocumentPasswordNeeded or DocumentPasswordWrong it may be
    /// called again with the password.
    void open(const QString& path, Secret password = {});

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] qint64 size() const { return m_size; } ///< bytes
    [[nodiscard]] bool isEncrypted() const { return m_encrypted; }
    /// Null where none was needed. Shared with the work that reads the file.
    [[nodiscard]] std::shared_ptr<const Secret> password() const { return m_password; }

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] const pdf::PageGeometry& page(int index) const { return m_pages.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] const std::vector<pdf::PageGeometry>& pages() const { return m_pages; }
    /// Signature fields that wait for their signature.
    [[nodiscard]] const std::vector<pdf::EmptyField>& emptyFields() const { return m_emptyFields; }
    /// Widgets of signatures that the file carries already.
    [[nodiscard]] const std::vector<pdf::SignedWidget>& signedWidgets() const { return m_signedWidgets; }

    /// Words on its pages; null until opened(). Shared with the work that searches, which may outlive the session.
    [[nodiscard]] const std::shared_ptr<text::SharedSearch>& keywords() const { return m_keywords; }

    [[nodiscard]] MarkList& marks() { return m_marks; }
    [[nodiscard]] const MarkList& marks() const { return m_marks; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }
    [[nodiscard]] std::vector<seal::PlacedSeal> placedSeals() const;

    // Each of these is one step of undo. Placements are kept on their page.

    /// Nothing where the seal is larger than the page.
    std::optional<MarkId> placeSeal(const seal::Seal& seal, const pdf::Placement& placement);
    /// In the middle of `page`, at the seal's own size; beside one that stands there already.
    std::optional<MarkId> placeInMiddle(const seal::Seal& seal, int page);
    /// Moves, resizes, rotates.
    void changeMark(MarkId id, const pdf::Placement& placement, UndoStep step = UndoStep::New);
    void removeMark(MarkId id);
    void removeMarks(const std::vector<MarkId>& ids);
    /// What a line of a plan gives on this document (plan::place), in one step. The marks stay together until one of
    /// them is moved.
    void placeByRule(const plan::Entry& entry, const std::vector<seal::PlacedSeal>& marks);
    /// The same place on other pages (indexes), by a rule of their own. Returns how many pages were too small for it.
    int copyMarkToPages(MarkId id, const std::vector<int>& pages);

    /// Draws and reads pages; null until opened().
    [[nodiscard]] PageWorker* worker() const { return m_worker.get(); }
    [[nodiscard]] PageImages* images() const { return m_images.get(); }

Q_SIGNALS:
    void opened();
    void failed(const bidseal::Error& error);

private:
    struct Opened;
    void startWorker();
    void finishOpening(Result<Opened> opened);
    void showFirstPage();

    State m_state = State::Closed;
    QString m_path;
    std::shared_ptr<const Secret> m_password;
    qint64 m_size = 0;
    bool m_encrypted = false;
    std::vector<pdf::PageGeometry> m_pages;
    std::vector<pdf::SignedWidget> m_signedWidgets;
    std::vector<pdf::EmptyField> m_emptyFields;
    std::shared_ptr<text::SharedSearch> m_keywords;
    QImage m_firstPage; ///< drawn while the document was being opened
    MarkList m_marks;
    QUndoStack m_undo;
    std::unique_ptr<PageWorker> m_worker;
    std::unique_ptr<PageImages> m_images;
    tasks::BackgroundTask m_opening;
};

} // namespace bidseal::document
