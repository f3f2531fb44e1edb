#include "app/bidseal-cli/ErrorOutput.h"

#include "core/base/platform/Process.h"

#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

ErrorOutput::ErrorOutput()
    : m_isTerminal(platform::isErrorOutputTerminal())
{
}

ErrorOutput::~ErrorOutput() { clearLine(); }

void ErrorOutput::say(const QString& text)
{
    const QString line = m_line;
    clearLine();
    write(text);
    setLine(line);
}

void ErrorOutput::setLine(const QString& text)
{
    if (!m_isTerminal || text == m_line)
        return;
    m_line = text;
    write(u"\r\x1b[K"_s + text); // the line's beginning; erased up to its end
}

void ErrorOutput::write(const QString& text) const
{
    QTextStream stream(stderr, QIODevice::WriteOnly);
    stream.setEncoding(QStringConverter::System);
    stream << text; // flushed at the end of its life
}

} // namespace bidseal::cli
