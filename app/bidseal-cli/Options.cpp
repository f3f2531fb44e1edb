#include "app/bidseal-cli/Options.h"

namespace bidseal::cli {

namespace {

CLI::Option* addOption(CLI::App& to, const std::string& name, const std::string& type, const QString& description)
{
    const std::string text = description.toStdString(); // a constant: CLI11 would write the value into a variable
    return to.add_option(name, text)->type_name(type)->expected(1);
}

} // namespace

CLI::Option* addText(CLI::App& to, const std::string& name, const std::string& type, const QString& description)
{
    return addOption(to, name, type, description)->multi_option_policy(CLI::MultiOptionPolicy::Throw);
}

CLI::Option* addRepeatable(CLI::App& to, const std::string& name, const std::string& type, const QString& description)
{
    return addOption(to, name, type, description)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

CLI::Option* addFlag(CLI::App& to, const std::string& name, const QString& description)
{
    const std::string text = description.toStdString();
    return to.add_flag(name, text);
}

QString valueOf(const CLI::Option* option)
{
    return option->count() ? QString::fromStdString(option->results().back()) : QString();
}

QStringList valuesOf(const CLI::Option* option)
{
    QStringList values;
    for (const auto& value : option->results())
        values.append(QString::fromStdString(value));
    return values;
}

} // namespace bidseal::cli
