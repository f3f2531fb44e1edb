#pragma once

#include "core/seal/extraction/Extraction.h"
#include "ui/tasks/BackgroundTask.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace bidseal::style {
class Notice;
}

namespace bidseal::seal {

class LiftedSealView;
class ScanView;

/// Lifts a seal off a scanned or photographed sheet (抠章): the sheet with the impressions found on it, beside it the
/// seal without its paper, and what can be set. Reads and extracts in the background.
class ScanDialog : public QDialog {
    Q_OBJECT
public:
    explicit ScanDialog(const QString& path, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Accepted. The picture is ARGB32 with transparent ground; no size where nobody knows the resolution.
    void sealExtracted(const QImage& picture, std::optional<QSizeF> sizeMm);

private:
    QWidget* buildViews();
    QWidget* buildSettings();
    QSlider* buildSlider(const QString& name, int value);
    void read(const QString& path);
    void showScan(const Scan& scan, const QImage& preview);
    void refuse(const Error& error);
    void extractSoon();
    void extractNow();
    void showExtraction(const Result<Extraction>& extraction);
    void showSize();
    [[nodiscard]] ExtractionSettings settings() const;

    QString m_fileName;
    Scan m_scan;
    std::optional<Extraction> m_extraction;
    std::optional<QRect> m_region;
    std::optional<QPointF> m_impressionAt;
    tasks::BackgroundTask m_reading;
    tasks::BackgroundTask m_extracting;
    int m_round = 0; ///< of extractions: an older one that ends late is not shown
    QTimer m_soon;

    style::Notice* m_notice = nullptr;
    QWidget* m_views = nullptr;
    QWidget* m_fields = nullptr;
    ScanView* m_sheet = nullptr;
    LiftedSealView* m_lifted = nullptr;
    QPushButton* m_wholeSheet = nullptr;
    QComboBox* m_subject = nullptr;
    QComboBox* m_ink = nullptr;
    QSlider* m_background = nullptr;
    QSlider* m_softness = nullptr;
    QSlider* m_cleaning = nullptr;
    QCheckBox* m_straighten = nullptr;
    QSpinBox* m_dpi = nullptr;
    QLabel* m_size = nullptr;
    QPushButton* m_accept = nullptr;
};

} // namespace bidseal::seal
