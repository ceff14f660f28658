package io.attendant.testsupport.gemini.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The request messages of v1beta: which fields each has. What is not here is an unknown name. */
final class MessageTypes {

    /** A line is a message with its fields; {@code []} is repeated, {@code {}} a map by string. */
    private static final String DEFINITIONS = """
            GenerateContentRequest model:string systemInstruction:Content contents:Content[] \
            tools:Tool[] toolConfig:ToolConfig safetySettings:SafetySetting[] \
            generationConfig:GenerationConfig cachedContent:string
            CountTokensRequest model:string contents:Content[] \
            generateContentRequest:GenerateContentRequest
            EmbedContentRequest model:string content:Content taskType:TaskType title:string \
            outputDimensionality:int
            BatchEmbedContentsRequest model:string requests:EmbedContentRequest[]
            Content parts:Part[] role:string
            Part text:string inlineData:Blob functionCall:FunctionCall \
            functionResponse:FunctionResponse fileData:FileData executableCode:ExecutableCode \
            codeExecutionResult:CodeExecutionResult thought:bool thoughtSignature:bytes \
            videoMetadata:VideoMetadata mediaResolution:PartMediaResolution partMetadata:struct
            Blob mimeType:string data:bytes
            FileData mimeType:string fileUri:string
            ExecutableCode language:Language code:string
            CodeExecutionResult outcome:Outcome output:string
            VideoMetadata startOffset:string endOffset:string fps:number
            PartMediaResolution level:MediaResolution
            FunctionCall id:string name:string args:struct
            FunctionResponse id:string name:string response:struct parts:FunctionResponsePart[] \
            willContinue:bool scheduling:Scheduling
            FunctionResponsePart inlineData:Blob
            Tool functionDeclarations:FunctionDeclaration[] \
            googleSearchRetrieval:GoogleSearchRetrieval codeExecution:Empty \
            googleSearch:GoogleSearch urlContext:Empty computerUse:ComputerUse \
            fileSearch:FileSearch googleMaps:GoogleMaps
            Empty
            GoogleSearchRetrieval dynamicRetrievalConfig:DynamicRetrievalConfig
            DynamicRetrievalConfig mode:DynamicRetrievalMode dynamicThreshold:number
            GoogleSearch timeRangeFilter:Interval
            Interval startTime:string endTime:string
            ComputerUse environment:string excludedPredefinedFunctions:string[]
            FileSearch fileSearchStoreNames:string[] topK:int metadataFilter:string
            GoogleMaps enableWidget:bool
            FunctionDeclaration name:string description:string parameters:Schema \
            parametersJsonSchema:value response:Schema responseJsonSchema:value behavior:Behavior
            ToolConfig functionCallingConfig:FunctionCallingConfig retrievalConfig:RetrievalConfig
            FunctionCallingConfig mode:FunctionCallingMode allowedFunctionNames:string[]
            RetrievalConfig latLng:LatLng languageCode:string
            LatLng latitude:number longitude:number
            Schema type:Type format:string title:string description:string nullable:bool \
            enum:string[] items:Schema maxItems:int minItems:int properties:Schema{} \
            required:string[] minProperties:int maxProperties:int minimum:number maximum:number \
            minLength:int maxLength:int pattern:string example:value anyOf:Schema[] \
            propertyOrdering:string[] default:value
            SafetySetting category:HarmCategory threshold:HarmBlockThreshold
            GenerationConfig candidateCount:int stopSequences:string[] maxOutputTokens:int \
            temperature:number topP:number topK:int seed:int responseMimeType:string \
            responseSchema:Schema responseJsonSchema:value presencePenalty:number \
            frequencyPenalty:number responseLogprobs:bool logprobs:int \
            enableEnhancedCivicAnswers:bool responseModalities:Modality[] \
            speechConfig:SpeechConfig thinkingConfig:ThinkingConfig imageConfig:ImageConfig \
            mediaResolution:MediaResolution
            ThinkingConfig includeThoughts:bool thinkingBudget:int thinkingLevel:ThinkingLevel
            ImageConfig aspectRatio:string imageSize:string
            SpeechConfig voiceConfig:VoiceConfig \
            multiSpeakerVoiceConfig:MultiSpeakerVoiceConfig languageCode:string
            VoiceConfig prebuiltVoiceConfig:PrebuiltVoiceConfig
            PrebuiltVoiceConfig voiceName:string
            MultiSpeakerVoiceConfig speakerVoiceConfigs:SpeakerVoiceConfig[]
            SpeakerVoiceConfig speaker:string voiceConfig:VoiceConfig
            """;

    private static final Map<String, List<String>> ENUMS = Map.ofEntries(
            values("Type STRING NUMBER INTEGER BOOLEAN ARRAY OBJECT NULL"),
            values("Language PYTHON"),
            values("Outcome OUTCOME_OK OUTCOME_FAILED OUTCOME_DEADLINE_EXCEEDED"),
            values("Scheduling SILENT WHEN_IDLE INTERRUPT"),
            values("Behavior BLOCKING NON_BLOCKING"),
            values("FunctionCallingMode AUTO ANY NONE VALIDATED"),
            values("DynamicRetrievalMode MODE_DYNAMIC"),
            values("Modality TEXT IMAGE AUDIO"),
            values("ThinkingLevel MINIMAL LOW MEDIUM HIGH"),
            values("TaskType RETRIEVAL_QUERY RETRIEVAL_DOCUMENT SEMANTIC_SIMILARITY"
                    + " CLASSIFICATION CLUSTERING QUESTION_ANSWERING"
                    + " FACT_VERIFICATION CODE_RETRIEVAL_QUERY"),
            values("MediaResolution MEDIA_RESOLUTION_LOW MEDIA_RESOLUTION_MEDIUM"
                    + " MEDIA_RESOLUTION_HIGH MEDIA_RESOLUTION_ULTRA_HIGH"),
            values("HarmCategory HARM_CATEGORY_HARASSMENT HARM_CATEGORY_HATE_SPEECH"
                    + " HARM_CATEGORY_SEXUALLY_EXPLICIT"
                    + " HARM_CATEGORY_DANGEROUS_CONTENT"
                    + " HARM_CATEGORY_CIVIC_INTEGRITY"),
            values("HarmBlockThreshold BLOCK_NONE OFF BLOCK_ONLY_HIGH"
                    + " BLOCK_MEDIUM_AND_ABOVE BLOCK_LOW_AND_ABOVE"));

    private static final Pattern FIELD = Pattern.compile("(\\w+):(\\w+)(\\[]|\\{})?");
    private static final Map<String, Map<String, Field>> MESSAGES = parse();

    private MessageTypes() {}

    /** The fields of a message by their camel-case name. */
    static Map<String, Field> fields(String message) {
        Map<String, Field> fields = MESSAGES.get(message);
        if (fields == null) {
            throw new IllegalArgumentException("no message " + message);
        }
        return fields;
    }

    /** The values of an enum, or null when the type is none. */
    static List<String> enumValues(String type) {
        return ENUMS.get(type);
    }

    private static Map<String, Map<String, Field>> parse() {
        Map<String, Map<String, Field>> messages = new LinkedHashMap<>();
        for (String line : DEFINITIONS.lines().toList()) {
            String[] words = line.trim().split("\\s+");
            Map<String, Field> fields = new LinkedHashMap<>();
            for (String word : Arrays.asList(words).subList(1, words.length)) {
                Matcher matcher = FIELD.matcher(word);
                if (!matcher.matches()) {
                    throw new IllegalStateException("not a field: " + word);
                }
                Shape shape = Shape.of(matcher.group(3));
                fields.put(matcher.group(1), new Field(matcher.group(1), matcher.group(2), shape));
            }
            messages.put(words[0], fields);
        }
        return messages;
    }

    private static Map.Entry<String, List<String>> values(String nameAndValues) {
        List<String> words = List.of(nameAndValues.split(" "));
        return Map.entry(words.get(0), words.subList(1, words.size()));
    }

    enum Shape {
        SINGLE,
        REPEATED,
        MAP;

        private static Shape of(String suffix) {
            if (suffix == null) {
                return SINGLE;
            }
            return suffix.equals("[]") ? REPEATED : MAP;
        }
    }

    /**
     * One field of a message.
     *
     * @param type a message, an enum, or one of string, bool, int, number, bytes, struct, value
     */
    record Field(String name, String type, Shape shape) {}
}
