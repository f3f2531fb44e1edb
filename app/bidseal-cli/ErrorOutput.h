#pragma once

#include <QString>

namespace bidseal::cli {

/// Standard error while a command runs: lines that stay, and on a terminal one last line that is written over.
class ErrorOutput {
public:
    ErrorOutput();
    ~ErrorOutput();
    ErrorOutput(const ErrorOutput&) = delete;
    ErrorOutput& operator=(const ErrorOutput&) = delete;

    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }
    /// Whole lines.
    void say(const QString& text);
    /// What is under way; replaces what was under way before. Nothing where there is no terminal.
    void setLine(const QString& text);
    /// Before somebody else writes on the terminal: a question.
    void clearLine() { setLine({}); }

private:
    bool m_isTerminal;
    QString m_line;
};

} // namespace bidseal::cli
