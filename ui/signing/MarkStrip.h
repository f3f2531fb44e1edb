#pragma once

#include "core/seal/PlacedSeal.h"

#include <QWidget>

#include <vector>

namespace bidseal::signing {

/// The marks as small pictures with their pages: what will stand on the paper.
class MarkStrip : public QWidget {
    Q_OBJECT
public:
    explicit MarkStrip(QWidget* parent = nullptr);

    void setMarks(const std::vector<seal::PlacedSeal>& marks);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// The same seal on several pages is one picture.
    struct Group {
        seal::Seal seal;
        std::vector<int> pages;
    };
    [[nodiscard]] int columns(int width) const;
    [[nodiscard]] QSize cell() const;
    [[nodiscard]] static QString pagesText(const Group& group);

    std::vector<Group> m_groups;
};

} // namespace bidseal::signing
