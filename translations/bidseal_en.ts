<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n seal(s)</source>
        <translation>
            <numerusform>%n seal</numerusform>
            <numerusform>%n seals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) signed</source>
        <translation>
            <numerusform>%n file signed</numerusform>
            <numerusform>%n files signed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhoneProgram</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) to sign:</source>
        <translation>
            <numerusform>%n document to sign:</numerusform>
            <numerusform>%n documents to sign:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>%n signature(s) · Who signed has not been checked · Time claimed by the signer&apos;s computer</source>
        <translation>
            <numerusform>%n signature · Who signed has not been checked · Time claimed by the signer&apos;s computer</numerusform>
            <numerusform>%n signatures · Who signed has not been checked · Time claimed by the signer&apos;s computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::environment::CheckGroup</name>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n passed</numerusform>
            <numerusform>%n passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::environment::SelfCheckPage</name>
    <message numerus="yes">
        <source>%n thing(s) stand(s) in the way of signing</source>
        <translation>
            <numerusform>%n thing stands in the way of signing</numerusform>
            <numerusform>%n things stand in the way of signing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need(s) attention</source>
        <translation>
            <numerusform>%n thing needs attention</numerusform>
            <numerusform>%n things need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::KeyChooser</name>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::MarkStrip</name>
    <message numerus="yes">
        <source>on %n page(s)</source>
        <translation>
            <numerusform>on %n page</numerusform>
            <numerusform>on %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::MoreFiles</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::MoreFilesList</name>
    <message numerus="yes">
        <source>And %n more file(s), the same seals at the same places</source>
        <translation>
            <numerusform>And %n more file, the same seals at the same places</numerusform>
            <numerusform>And %n more files, the same seals at the same places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be signed so and must be removed first.</source>
        <translation>
            <numerusform>%n file cannot be signed so and must be removed first.</numerusform>
            <numerusform>%n files cannot be signed so and must be removed first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::ProgressPage</name>
    <message numerus="yes">
        <source>About %n second(s) left for this step</source>
        <translation>
            <numerusform>About %n second left for this step</numerusform>
            <numerusform>About %n seconds left for this step</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left for this step</source>
        <translation>
            <numerusform>About %n minute left for this step</numerusform>
            <numerusform>About %n minutes left for this step</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::ResultPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::SigningForm</name>
    <message numerus="yes">
        <source>%n seal(s), one signature</source>
        <translation>
            <numerusform>%n seal, one signature</numerusform>
            <numerusform>%n seals, one signature</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign %n file(s) with the phone</source>
        <translation>
            <numerusform>Sign %n file with the phone</numerusform>
            <numerusform>Sign %n files with the phone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign %n file(s)</source>
        <translation>
            <numerusform>Sign %n file</numerusform>
            <numerusform>Sign %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::SigningSheet</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) of this computer could not tell.</source>
        <translation>
            <numerusform>%n check of this computer could not tell.</numerusform>
            <numerusform>%n checks of this computer could not tell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::window::KeyIndicator</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::window::MainWindow</name>
    <message numerus="yes">
        <source>%n seal(s) stand on the pages and are not signed yet.</source>
        <translation>
            <numerusform>%n seal stands on the pages and is not signed yet.</numerusform>
            <numerusform>%n seals stand on the pages and are not signed yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
