#pragma once

#include "ui/mobile/RelayBook.h"
#include "ui/tasks/BackgroundTask.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace bidseal::style {
class Notice;
}

namespace bidseal::mobile {

/// The relays: one list, the one that is chosen beside it, and a test that says in words whether it can be used.
class RelaysDialog : public QDialog {
    Q_OBJECT
public:
    explicit RelaysDialog(QWidget* parent = nullptr);

Q_SIGNALS:
    /// The settings are written; this one is to be used.
    void relayChosen();

private:
    /// As it stands in the fields; an address may be unfinished.
    struct Row {
        QString name, address, caFile;
        Relay::Source source = Relay::Source::Own;
    };
    QWidget* buildList();
    QWidget* buildFields();
    void connectParts();
    void add();
    void remove();
    void showRow();
    void takeFields();
    void test();
    void showTested(const Status& works);
    void chooseCaFile();
    void accept() override;
    [[nodiscard]] int current() const;
    [[nodiscard]] static QString titleOf(const Row& row);
    [[nodiscard]] static Result<Relay> relayOf(const Row& row);

    RelayBook m_book;
    std::vector<Row> m_rows;
    tasks::BackgroundTask m_test;
    QListWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_address = nullptr;
    QLineEdit* m_caFile = nullptr;
    QPushButton* m_browse = nullptr;
    QPushButton* m_testButton = nullptr;
    QLabel* m_hint = nullptr;
    style::Notice* m_notice = nullptr;
    QPushButton* m_use = nullptr;
    bool m_filling = false; ///< what changes in the fields was not typed
};

} // namespace bidseal::mobile
