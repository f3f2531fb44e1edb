#pragma once

#include "ui/document/DocumentSession.h"
#include "ui/seal/SealPictures.h"

#include <QPointer>
#include <QWidget>

namespace bidseal::placing {

class PreviewSteps;

/// The pages on which seals are to be placed, one at a time, with these seals and those that stand there already.
class PagePreview : public QWidget {
    Q_OBJECT
public:
    explicit PagePreview(document::DocumentSession& session, QWidget* parent = nullptr);

    /// Stays where it was, as far as there is a mark there.
    void showMarks(std::vector<seal::PlacedSeal> marks);

Q_SIGNALS:
    /// Somebody went to this mark: its place on its page.
    void wentTo(int page, const QRectF& mm);

private:
    class Page;
    void step(int direction);
    void showCurrent();

    QPointer<document::DocumentSession> m_session;
    std::vector<seal::PlacedSeal> m_marks;
    std::size_t m_current = 0;
    Page* m_page = nullptr;
    PreviewSteps* m_steps = nullptr;
};

} // namespace bidseal::placing
