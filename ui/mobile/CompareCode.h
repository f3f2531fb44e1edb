#pragma once

#include <QWidget>

namespace bidseal::mobile {

/// Six figures in two groups, to be read across a desk.
class CompareCode : public QWidget {
    Q_OBJECT
public:
    explicit CompareCode(QWidget* parent = nullptr);

    void setCode(const QString& code); ///< "042917"
    [[nodiscard]] const QString& code() const { return m_code; }
    [[nodiscard]] QString shownText() const; ///< "042 917"

    QSize sizeHint() const override { return { 440, 168 }; }
    QSize minimumSizeHint() const override { return { 260, 120 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_code;
};

} // namespace bidseal::mobile
